using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Groups;

/// <summary>A sender key for those who shall read: <c>33 || fields</c>, sent to each member inside a session of two.</summary>
/// <remarks>
/// Nothing in it is encrypted or authenticated: the session that carries it does both. Whoever has it reads every message of that
/// chain from its iteration on, and writes none, since the signing key's private half stays with the sender.
/// </remarks>
/// <param name="DistributionId">The sender's name for the group.</param>
/// <param name="ChainId">The chain's number, random.</param>
/// <param name="Iteration">Index of the first message that can be read.</param>
/// <param name="ChainKey">The chain key at <paramref name="Iteration"/>.</param>
/// <param name="SigningKey">The public key that the chain's messages are signed with.</param>
public sealed record SenderKeyDistributionMessage(Guid DistributionId, uint ChainId, uint Iteration, ChainKey ChainKey, DhPublicKey SigningKey)
    : IDisposable
{
    private const int Chain = 4;
    private const int Signing = 5;

    /// <summary>The message as it stands on the wire, fields ascending.</summary>
    public byte[] Serialize() =>
        new WireWriter()
            .Raw(SenderKeyLayout.Version)
            .Bytes(SenderKeyLayout.DistributionId, DistributionId.ToByteArray(bigEndian: true))
            .Varint(SenderKeyLayout.ChainId, ChainId)
            .Varint(SenderKeyLayout.Iteration, Iteration)
            .Bytes(Chain, ChainKey.Bytes)
            .Bytes(Signing, SigningKey.Serialize())
            .ToArray();

    /// <summary>Reads a message; any order and unknown fields are accepted, the last of several counts.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not such a message; <paramref name="message"/> is null then.</returns>
    public static DecryptFailure Parse(ReadOnlySpan<byte> bytes, out SenderKeyDistributionMessage? message)
    {
        message = null;
        if (SenderKeyLayout.CheckVersion(bytes) is var version and not DecryptFailure.None)
            return version;
        ReadOnlySpan<byte> uuid = [], chainKey = [], signingKey = [];
        uint? chainId = null, iteration = null;
        var reader = new WireReader(bytes[1..]);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (SenderKeyLayout.DistributionId, WireType.Bytes): uuid = field.Bytes; break;
                case (SenderKeyLayout.ChainId, WireType.Varint): chainId = unchecked((uint)field.Value); break;
                case (SenderKeyLayout.Iteration, WireType.Varint): iteration = unchecked((uint)field.Value); break;
                case (Chain, WireType.Bytes): chainKey = field.Bytes; break;
                case (Signing, WireType.Bytes): signingKey = field.Bytes; break;
                case ( >= SenderKeyLayout.DistributionId and <= Signing, _): return DecryptFailure.Malformed;
            }
        if (reader.Malformed || SenderKeyLayout.ReadUuid(uuid) is not { } distributionId || chainId is not { } chain || iteration is not { } first
            || chainKey.Length != Secret.Size || !TryParseSigningKey(signingKey, out DhPublicKey? key))
            return DecryptFailure.Malformed;
        message = new(distributionId, chain, first, new(chainKey), key);
        return DecryptFailure.None;
    }

    /// <summary>Wipes the chain key.</summary>
    public void Dispose() => ChainKey.Dispose();

    /// <summary>Elsewhere Signal's library drops what follows the 33rd byte; here it refuses.</summary>
    private static bool TryParseSigningKey(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out DhPublicKey? key)
    {
        key = null;
        return bytes.Length == DhPublicKey.SerializedSize && DhPublicKey.TryParse(bytes, out key);
    }
}
