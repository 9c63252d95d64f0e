using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Sends each message's key along with it: what a tap on the wire must be able to read.</summary>
internal sealed class LeaksItsKey(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) =>
        Inner.Encrypt(mk, plaintext, ad.Append(new WireWriter().Bytes(16, Hazmat.Reveal(mk)).Written));
}

/// <summary>Encrypts each message under the sender's identity key, which the server publishes: what a server breach must be able to read.</summary>
internal sealed class EncryptsUnderThePublishedKey(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        using MessageKey published = IdentityKeyOfTheSender(ad);
        return Inner.Encrypt(published, plaintext, ad);
    }

    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        using MessageKey published = IdentityKeyOfTheSender(ad);
        return Inner.Decrypt(published, ciphertext, ad);
    }

    private static MessageKey IdentityKeyOfTheSender(AssociatedData ad) => new(ad.Session.Slice(1, Secret.Size));
}
