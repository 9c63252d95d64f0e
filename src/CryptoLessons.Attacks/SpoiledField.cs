using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Attacks;

/// <summary>A rogue client: its messages carry the field that somebody expects, by default the authority, of the right length, and random bytes in it.</summary>
/// <remarks>
/// Nobody on the way sees a difference, and a genuine receiver does not look. Only the authority finds out, when it tries to open the
/// message, and a receiver that can recompute the field.
/// </remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="size">Length of the field's value, in bytes.</param>
/// <param name="random">Where the rubbish comes from.</param>
/// <param name="number">Number of the field.</param>
public sealed class SpoiledField(RatchetFunctions inner, int size, RandomSource random, int number = EscrowField.Number) : DelegatingRatchetFunctions(inner)
{
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        byte[] rubbish = new byte[size];
        random.Fill(rubbish);
        return Inner.Encrypt(mk, plaintext, ad.Append(new WireWriter().Bytes(number, rubbish).ToArray()));
    }
}
