using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A police force's request that could not wait for a court: somebody's life is said to be in danger.</summary>
/// <param name="Force">Who asks, as the letterhead says it.</param>
/// <param name="Target">The customer whom it is about.</param>
/// <param name="Time">When it was written, UTC.</param>
/// <param name="Signature">The force's XEdDSA signature, 64 bytes; empty on a letter that nobody signed with a key.</param>
public sealed record EmergencyRequest(string Force, string Target, DateTimeOffset Time, ReadOnlyMemory<byte> Signature = default)
{
    /// <summary>The same request, signed.</summary>
    /// <param name="force">The force's key pair, or a copy of it.</param>
    /// <param name="random">Where the signature's randomness comes from.</param>
    public EmergencyRequest Sign(DhKeyPair force, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(force);
        return this with { Signature = XEdDsa.Sign(force.Private, SignedBytes(), random) };
    }

    /// <summary>Whether the force whose key that is signed it.</summary>
    public bool IsSignedBy(DhPublicKey force)
    {
        ArgumentNullException.ThrowIfNull(force);
        return XEdDsa.Verify(force.U, SignedBytes(), Signature.Span);
    }

    private byte[] SignedBytes() =>
        new WireWriter()
            .Raw("CryptoLessons EmergencyRequest"u8)
            .Bytes(1, Encoding.UTF8.GetBytes(Force))
            .Bytes(2, Encoding.UTF8.GetBytes(Target))
            .Varint(3, (ulong)Time.UtcTicks)
            .ToArray();
}
