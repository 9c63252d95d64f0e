using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks.Means;

/// <summary>A suite that remembers the key of the last message it encrypted.</summary>
/// <param name="inner">The suite to delegate to.</param>
internal sealed class KeyTap(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    /// <summary>The key; null before the first message.</summary>
    public MessageKey? Last { get; private set; }

    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        Last?.Dispose();
        Last = mk.Copy();
        return base.Encrypt(mk, plaintext, ad);
    }
}
