using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>A suite that does everything as another suite does: a variant overrides what it changes, and nothing else.</summary>
/// <param name="inner">The suite to delegate to; suites stack.</param>
public abstract class DelegatingRatchetFunctions(RatchetFunctions inner) : RatchetFunctions
{
    /// <summary>The suite below.</summary>
    protected RatchetFunctions Inner { get; } = inner ?? throw new ArgumentNullException(nameof(inner));

    /// <inheritdoc/>
    public override DhKeyPair GenerateDh() => Inner.GenerateDh();

    /// <inheritdoc/>
    public override SharedSecret? Dh(DhKeyPair own, DhPublicKey their) => Inner.Dh(own, their);

    /// <inheritdoc/>
    public override (RootKey RK, ChainKey CK) KdfRk(RootKey rk, SharedSecret dhOut) => Inner.KdfRk(rk, dhOut);

    /// <inheritdoc/>
    public override (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck) => Inner.KdfCk(ck);

    /// <inheritdoc/>
    public override MessageKey KdfHybrid(MessageSeed ec, SpqrMessageKey? pq = null) => Inner.KdfHybrid(ec, pq);

    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) => Inner.Encrypt(mk, plaintext, ad);

    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad) => Inner.Decrypt(mk, ciphertext, ad);

    /// <inheritdoc/>
    public override RatchetHeader Header(DhPublicKey dh, uint pn, uint n) => Inner.Header(dh, pn, n);

    /// <inheritdoc/>
    public override AssociatedData Concat(ReadOnlySpan<byte> ad, RatchetHeader header) => Inner.Concat(ad, header);

    /// <inheritdoc/>
    public override DecryptFailure Parse(ReadOnlyMemory<byte> message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) =>
        Inner.Parse(message, out header, out ciphertext);
}
