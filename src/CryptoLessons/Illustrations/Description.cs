using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CryptoLessons.Illustrations;

/// <summary>What is said of a value before it is made.</summary>
/// <remarks>
/// The expression that a value shows is the source of the lambda that made it, as the compiler saw it: what is printed is what ran.
/// </remarks>
/// <param name="Kind">What sort of bytes it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What it is there for.</param>
/// <param name="Source">Where that is laid down.</param>
internal sealed partial record Description(ValueKind Kind, string Name, string Meaning, string Source)
{
    /// <summary>A value that is always the same.</summary>
    public Value By(Func<byte[]> make, [CallerArgumentExpression(nameof(make))] string code = "") => Make(code, make());

    /// <summary>A value made of another.</summary>
    public Value By(Value a, Func<byte[], byte[]> make, [CallerArgumentExpression(nameof(make))] string code = "") =>
        Make(code, make(Of(a)), a);

    /// <summary>A value made of two others.</summary>
    public Value By(Value a, Value b, Func<byte[], byte[], byte[]> make, [CallerArgumentExpression(nameof(make))] string code = "") =>
        Make(code, make(Of(a), Of(b)), a, b);

    /// <summary>A value made of three others.</summary>
    public Value By(
        Value a, Value b, Value c, Func<byte[], byte[], byte[], byte[]> make, [CallerArgumentExpression(nameof(make))] string code = "") =>
        Make(code, make(Of(a), Of(b), Of(c)), a, b, c);

    /// <summary>A value made of four others.</summary>
    public Value By(
        Value a, Value b, Value c, Value d, Func<byte[], byte[], byte[], byte[], byte[]> make,
        [CallerArgumentExpression(nameof(make))] string code = "") =>
        Make(code, make(Of(a), Of(b), Of(c), Of(d)), a, b, c, d);

    /// <summary>A value whose expression has numbers of this run in it.</summary>
    /// <param name="bytes">The value.</param>
    /// <param name="expression">An expression of C# without inputs that gives it.</param>
    /// <param name="preparation">What stands above the expression.</param>
    public Value Written(ReadOnlySpan<byte> bytes, string expression, params IReadOnlyList<string> preparation) =>
        new(this, bytes.ToArray(), expression, [], preparation);

    private static byte[] Of(Value value) => value.Bytes.ToArray();

    private Value Make(string code, byte[] bytes, params IReadOnlyList<Value> inputs)
    {
        Match lambda = Lambda().Match(code);
        string[] names = lambda.Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length != inputs.Count)
            throw new ArgumentException($"'{code}' does not take {inputs.Count} values.", nameof(code));
        string[] statements = lambda.Groups["statements"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(this, bytes, lambda.Groups["expression"].Value, [.. names.Zip(inputs, (name, value) => new Input(name, value))], statements);
    }

    // Either one expression on a line of its own, or statements of which the last returns one.
    [GeneratedRegex(@"^\(?(?<parameters>[\w, ]*)\)? =>(\s*\{(?<statements>.*)return (?<expression>[^\n]+);\s*\}| (?<expression>[^\n]+))$",
        RegexOptions.Singleline)]
    private static partial Regex Lambda();
}
