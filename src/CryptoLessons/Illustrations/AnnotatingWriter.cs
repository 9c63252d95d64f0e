using System.Globalization;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Illustrations;

/// <summary>Writes as a <see cref="WireWriter"/> does, by one, and notes what each run of bytes is.</summary>
/// <param name="depth">How many messages lie around this one.</param>
internal sealed class AnnotatingWriter(int depth = 0)
{
    private const string Encoding = "Protocol Buffers, \"Encoding\"";

    private readonly WireWriter writer = new();
    private readonly List<Annotation> annotations = [];

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => writer.Written;

    /// <summary>What each byte is, in order, without gaps.</summary>
    public IReadOnlyList<Annotation> Annotations => annotations;

    /// <summary>Writes values that are no fields.</summary>
    public AnnotatingWriter Raw(params ReadOnlySpan<Value> values) => Raw(depth, values);

    /// <summary>Writes a number as a field.</summary>
    public AnnotatingWriter Varint(int number, string name, ulong value, string meaning, string source)
    {
        int start = writer.Written.Length;
        writer.Varint(number, value);
        string called = string.Create(CultureInfo.InvariantCulture, $"field {number}, {name}: {value}");
        string expression = string.Create(CultureInfo.InvariantCulture, $"new WireWriter().Varint({number}, {value}).ToArray()");
        annotations.Add(new(start, depth, new Description(ValueKind.Number, called, meaning, source).Written(writer.Written[start..], expression)));
        return this;
    }

    /// <summary>Writes values, one behind the other, as the bytes of a field.</summary>
    public AnnotatingWriter Bytes(int number, string name, params ReadOnlySpan<Value> values)
    {
        int length = 0;
        foreach (Value value in values)
            length += value.Bytes.Length;
        return Head(number, name, length).Raw(depth + 1, values);
    }

    /// <summary>Writes a whole message as the bytes of a field.</summary>
    public AnnotatingWriter Message(int number, string name, AnnotatingWriter inner)
    {
        Head(number, name, inner.Written.Length);
        int start = writer.Written.Length;
        writer.Raw(inner.Written);
        annotations.AddRange(inner.annotations.Select(annotation => annotation with { Start = start + annotation.Start }));
        return this;
    }

    /// <summary>A writer of a message that becomes the bytes of a field.</summary>
    public AnnotatingWriter Within() => new(depth + 1);

    private AnnotatingWriter Head(int number, string name, int length)
    {
        byte[] head = new WireWriter().Bytes(number, new byte[length]).ToArray()[..^length];
        string called = string.Create(CultureInfo.InvariantCulture, $"field {number}, {name}: {length} bytes");
        string meaning = string.Create(
            CultureInfo.InvariantCulture,
            $"The tag is the field's number times 8, and 2 for bytes whose length follows: {length}, seven bits a byte, low ones first.");
        string expression = string.Create(CultureInfo.InvariantCulture,
            $"new WireWriter().Bytes({number}, new byte[{length}]).ToArray()[..{head.Length}]");
        return Raw(depth, new Description(ValueKind.Frame, called, meaning, Encoding).Written(head, expression));
    }

    private AnnotatingWriter Raw(int at, params ReadOnlySpan<Value> values)
    {
        foreach (Value value in values)
        {
            annotations.Add(new(writer.Written.Length, at, value));
            writer.Raw(value.Bytes.Span);
        }
        return this;
    }
}
