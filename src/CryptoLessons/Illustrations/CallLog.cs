using System.Globalization;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Illustrations;

/// <summary>What a dialogue drew from its random streams, and what the protocol's functions gave back in it: what an illustration says is held
/// against it.</summary>
internal sealed class CallLog
{
    private readonly HashSet<(string Function, string Result)> results = [];
    private readonly List<(string Stream, int Offset, byte[] Bytes)> draws = [];

    /// <summary>A function gave something back. The secrets of an illustration are made for it, and printed.</summary>
    public void Gave(string function, Secret result) => results.Add((function, Convert.ToHexStringLower(Hazmat.Reveal(result))));

    /// <summary>Some bytes were drawn.</summary>
    /// <param name="stream">The stream, as an expression of C#.</param>
    /// <param name="offset">How many bytes of it had been drawn before.</param>
    /// <param name="bytes">The bytes.</param>
    public void Drew(string stream, int offset, ReadOnlySpan<byte> bytes) => draws.Add((stream, offset, bytes.ToArray()));

    /// <summary>The value itself, when the function gave it back in the dialogue.</summary>
    /// <exception cref="InvalidOperationException">It did not: the illustration says something that the protocol does not do.</exception>
    public Value Check(string function, Value value) => results.Contains((function, value.Hex)) ? value
        : throw new InvalidOperationException($"In the dialogue {function} never gave what the illustration calls {value.Name}, {value.Hex}.");

    /// <summary>What was drawn, told by what became of it.</summary>
    /// <exception cref="InvalidOperationException">Nothing that was drawn became that.</exception>
    public Value Drawn(Description description, int length, Func<byte[], bool> became)
    {
        foreach (var (stream, offset, bytes) in draws)
            if (bytes.Length == length && became(bytes))
            {
                string size = (offset + length).ToString(CultureInfo.InvariantCulture);
                string from = offset == 0 ? "drawn" : string.Create(CultureInfo.InvariantCulture, $"drawn[{offset}..]");
                return description.Written(bytes, from, $"byte[] drawn = new byte[{size}];", $"{stream}.Fill(drawn);");
            }
        throw new InvalidOperationException($"Nothing that was drawn in the dialogue became what the illustration calls {description.Name}.");
    }

    /// <summary>The private key of a public key.</summary>
    public Value PrivateKey(Description description, DhPublicKey publicKey) =>
        Drawn(description, Secret.Size, drawn => DhKeyPair.FromPrivate(drawn).Public.Equals(publicKey));
}
