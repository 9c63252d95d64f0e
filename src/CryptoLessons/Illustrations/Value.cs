namespace CryptoLessons.Illustrations;

/// <summary>Bytes, what they are, where they come from, and a program that makes them again.</summary>
public sealed class Value
{
    private readonly byte[] bytes;

    internal Value(Description description, byte[] bytes, string expression, IReadOnlyList<Input> inputs, params IReadOnlyList<string> preparation)
    {
        (Kind, Name, Meaning, Source) = (description.Kind, description.Name, description.Meaning, description.Source);
        (this.bytes, Expression, Inputs, Preparation) = (bytes, expression, inputs, preparation);
    }

    /// <summary>What sort of bytes they are.</summary>
    public ValueKind Kind { get; }

    /// <summary>What they are called, in a few words.</summary>
    public string Name { get; }

    /// <summary>What they are there for, in a sentence or two.</summary>
    public string Meaning { get; }

    /// <summary>Where that is laid down: paper or page, and section.</summary>
    public string Source { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The values that they are made of, each of which has a program of its own; empty for what is drawn at random or always the
    /// same.</summary>
    public IReadOnlyList<Input> Inputs { get; }

    /// <summary>Statements that stand before <see cref="Expression"/>: drawing from a random stream, for instance; mostly none.</summary>
    public IReadOnlyList<string> Preparation { get; }

    /// <summary>How they are made, as an expression of C# over <see cref="Inputs"/>; empty for a part of a message that is explained piece by
    /// piece.</summary>
    public string Expression { get; }

    /// <summary>A program of a few lines that prints the bytes in hexadecimal, below <see cref="Illustration.Usings"/>; empty where
    /// <see cref="Expression"/> is.</summary>
    public string Program => Expression.Length == 0 ? "" : string.Join('\n', (string[])[
        .. Inputs.Select(input => $"byte[] {input.Name} = Convert.FromHexString(\"{input.Value.Hex}\");"),
        .. Preparation,
        $"Console.WriteLine(Convert.ToHexStringLower({Expression}));",
    ]);

    /// <summary>The bytes in lower-case hexadecimal.</summary>
    public string Hex => Convert.ToHexStringLower(bytes);

    /// <summary>Name and bytes.</summary>
    public override string ToString() => $"{Name} = {Hex}";
}
