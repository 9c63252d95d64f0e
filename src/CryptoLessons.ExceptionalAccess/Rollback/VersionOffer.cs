using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Which versions somebody's app speaks, as whoever writes to its owner is told; the owner may have signed it.</summary>
/// <remarks>
/// Layout: 1 each version, ascending; 2 an XEdDSA signature of these fields, 64 bytes, if there is one. Negotiation that nothing binds is what
/// export-grade suites were brought back by (FREAK and Logjam, 2015). An offer that was true once stays signed: against one that is only old, apps
/// would have to remember the newest.
/// </remarks>
/// <param name="Versions">The versions, at least one, ascending, each once.</param>
/// <param name="Signature">The owner's signature of them; empty when there is none.</param>
public sealed record VersionOffer(IReadOnlyList<AppVersion> Versions, ReadOnlyMemory<byte> Signature = default)
{
    private const int VersionField = 1, SignatureField = 2;

    /// <summary>An offer bound to its owner.</summary>
    /// <param name="versions">The versions, at least one, ascending, each once.</param>
    /// <param name="identity">The owner's identity key.</param>
    /// <param name="random">Where the signature's randomness comes from.</param>
    public static VersionOffer Sign(IReadOnlyList<AppVersion> versions, DhKeyPair identity, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var offer = new VersionOffer(versions);
        return offer with { Signature = XEdDsa.Sign(identity.Private, offer.Signed(), random) };
    }

    /// <summary>Whether the owner of an identity key signed these versions and no others.</summary>
    public bool IsSignedBy(DhPublicKey identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Signature.Length == XEdDsa.SignatureSize && XEdDsa.Verify(identity.U, Signed(), Signature.Span);
    }

    /// <summary>The best version that is offered among some; null when they have none in common.</summary>
    public AppVersion? BestOf(IEnumerable<AppVersion> spoken) =>
        spoken.Intersect(Versions).Select(version => (AppVersion?)version).Max();

    /// <summary>The bytes that a phone publishes.</summary>
    public byte[] Serialize() =>
        Signature.IsEmpty ? Signed() : new WireWriter().Raw(Signed()).Bytes(SignatureField, Signature.Span).ToArray();

    /// <summary>Reads an offer; whether anybody signed it is another question.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="offer">The offer, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some offer.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out VersionOffer? offer)
    {
        offer = null;
        var versions = new List<AppVersion>();
        byte[] signature = [];
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (VersionField, WireType.Varint) when field.Value is > 0 and <= int.MaxValue && (int)field.Value > (int)versions.LastOrDefault():
                    versions.Add((AppVersion)field.Value);
                    break;
                case (SignatureField, WireType.Bytes) when field.Bytes.Length == XEdDsa.SignatureSize: signature = field.Bytes.ToArray(); break;
                default: return false;
            }
        var read = new VersionOffer(versions, signature);
        if (reader.Malformed || versions.Count == 0 || !read.Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        offer = read;
        return true;
    }

    /// <summary>What is signed. Safe because nothing else that an identity key signs is as short: prekeys have 33 bytes and more.</summary>
    private byte[] Signed()
    {
        var offer = new WireWriter();
        foreach (AppVersion version in Versions)
            offer.Varint(VersionField, (ulong)version);
        return offer.ToArray();
    }
}
