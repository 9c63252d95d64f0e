using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Groups;

/// <summary>A message to a group, the same bytes for all: <c>33 || fields || signature(64)</c>, ciphertext type 7.</summary>
/// <remarks>
/// There is no MAC: every member holds the chain key and could make one. The signature, an XEdDSA over all that stands before it, is what
/// tells the sender from the other members.
/// </remarks>
public sealed class SenderKeyMessage
{
    private const int CiphertextField = 4;

    private SenderKeyMessage(
        Guid distributionId,
        uint chainId,
        uint iteration,
        ReadOnlyMemory<byte> ciphertext,
        ReadOnlyMemory<byte> signed,
        ReadOnlyMemory<byte> signature) =>
        (DistributionId, ChainId, Iteration, Ciphertext, Signed, Signature) = (distributionId, chainId, iteration, ciphertext, signed, signature);

    /// <summary>The sender's name for the group.</summary>
    public Guid DistributionId { get; }

    /// <summary>The number of the chain that the message's key comes from.</summary>
    public uint ChainId { get; }

    /// <summary>The message's index in its chain.</summary>
    public uint Iteration { get; }

    /// <summary>What <see cref="SenderKeySchedule.Encrypt"/> made.</summary>
    public ReadOnlyMemory<byte> Ciphertext { get; }

    /// <summary>All that is signed: version byte and fields, exactly as they were received.</summary>
    public ReadOnlyMemory<byte> Signed { get; }

    /// <summary>The signature, 64 bytes.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Makes and signs a message.</summary>
    /// <param name="distributionId">The sender's name for the group.</param>
    /// <param name="chainId">The number of the chain.</param>
    /// <param name="iteration">The message's index in its chain.</param>
    /// <param name="ciphertext">What <see cref="SenderKeySchedule.Encrypt"/> made.</param>
    /// <param name="signer">The private half of the chain's signing key.</param>
    /// <param name="random">Where the 64 bytes come from that a signature takes.</param>
    public static SenderKeyMessage Sign(
        Guid distributionId, uint chainId, uint iteration, ReadOnlySpan<byte> ciphertext, XEdDsaSigner signer, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(random);
        byte[] signed = new WireWriter()
            .Raw(SenderKeyLayout.Version)
            .Bytes(SenderKeyLayout.DistributionId, distributionId.ToByteArray(bigEndian: true))
            .Varint(SenderKeyLayout.ChainId, chainId)
            .Varint(SenderKeyLayout.Iteration, iteration)
            .Bytes(CiphertextField, ciphertext)
            .ToArray();
        Span<byte> randomness = stackalloc byte[XEdDsa.RandomnessSize];
        random.Fill(randomness);
        return new(distributionId, chainId, iteration, ciphertext.ToArray(), signed, signer.Sign(signed, randomness));
    }

    /// <summary>Whether the owner of this key signed the message.</summary>
    public bool IsSignedBy(DhPublicKey signingKey)
    {
        ArgumentNullException.ThrowIfNull(signingKey);
        return XEdDsa.Verify(signingKey.U, Signed.Span, Signature.Span);
    }

    /// <summary>The message as it stands on the wire.</summary>
    public byte[] Serialize() => [.. Signed.Span, .. Signature.Span];

    /// <summary>Reads a message; any order and unknown fields are accepted, the last of several counts. The signature is not looked at.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not such a message; <paramref name="message"/> is null then.</returns>
    public static DecryptFailure Parse(ReadOnlyMemory<byte> bytes, out SenderKeyMessage? message)
    {
        message = null;
        if (SenderKeyLayout.CheckVersion(bytes.Span) is var version and not DecryptFailure.None)
            return version;
        if (bytes.Length <= 1 + XEdDsa.SignatureSize)
            return DecryptFailure.Malformed;
        ReadOnlySpan<byte> uuid = [];
        uint? chainId = null, iteration = null;
        ReadOnlyMemory<byte>? ciphertext = null;
        ReadOnlyMemory<byte> signed = bytes[..^XEdDsa.SignatureSize];
        var reader = new WireReader(signed.Span[1..]);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (SenderKeyLayout.DistributionId, WireType.Bytes): uuid = field.Bytes; break;
                case (SenderKeyLayout.ChainId, WireType.Varint): chainId = unchecked((uint)field.Value); break;
                case (SenderKeyLayout.Iteration, WireType.Varint): iteration = unchecked((uint)field.Value); break;
                case (CiphertextField, WireType.Bytes): ciphertext = signed[(1 + field.End - field.Bytes.Length)..(1 + field.End)]; break;
                case ( >= SenderKeyLayout.DistributionId and <= CiphertextField, _): return DecryptFailure.Malformed;
            }
        if (reader.Malformed || SenderKeyLayout.ReadUuid(uuid) is not { } distributionId || chainId is not { } chain || iteration is not { } n
            || ciphertext is not { } body)
            return DecryptFailure.Malformed;
        message = new(distributionId, chain, n, body, signed, bytes[^XEdDsa.SignatureSize..]);
        return DecryptFailure.None;
    }
}
