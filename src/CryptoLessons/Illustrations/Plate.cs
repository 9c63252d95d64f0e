namespace CryptoLessons.Illustrations;

/// <summary>Some bytes of a dialogue, each of them explained.</summary>
public sealed class Plate
{
    private readonly byte[] bytes;

    /// <summary>A plate of what an encoder wrote, when the dialogue has it too.</summary>
    /// <exception cref="InvalidOperationException">The dialogue has other bytes: the encoder does not do what the code does.</exception>
    internal Plate(string id, string title, string caption, AnnotatingWriter encoder, ReadOnlyMemory<byte> played)
    {
        int same = encoder.Written.CommonPrefixLength(played.Span);
        if (same != played.Length || same != encoder.Written.Length)
            throw new InvalidOperationException($"The illustration of {id} and what was played differ from byte {same} on.");
        (Id, Title, Caption, bytes, Annotations) = (id, title, caption, played.ToArray(), encoder.Annotations);
    }

    /// <summary>Short lower-case name.</summary>
    public string Id { get; }

    /// <summary>What the bytes are.</summary>
    public string Title { get; }

    /// <summary>What happens, in a few sentences.</summary>
    public string Caption { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>What they are: in order, without gaps, each byte in one of them.</summary>
    public IReadOnlyList<Annotation> Annotations { get; }

    /// <summary>What stands behind the bytes and was not shown before: private keys, agreements, derived keys, each behind what it is made
    /// of.</summary>
    public IReadOnlyList<Value> Behind { get; internal set; } = [];
}
