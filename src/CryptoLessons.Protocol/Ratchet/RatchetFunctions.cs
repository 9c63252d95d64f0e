using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The functions that the Double Ratchet is parameterized by (Double Ratchet rev 1, 3.1 External functions).</summary>
/// <remarks>
/// The paper leaves these open, and that is the seam: a protocol variant is another suite of functions, and the ratchet above
/// stays the same line for line. A suite may hold state of its own, so each party has an instance of its own.
/// </remarks>
public abstract class RatchetFunctions
{
    /// <summary>GENERATE_DH(): a fresh ratchet key pair.</summary>
    public abstract DhKeyPair GenerateDh();

    /// <summary>DH(dh_pair, dh_pub): the agreement's output.</summary>
    /// <returns>Null when the output is all zero: <paramref name="their"/> is a low-order point, sent by somebody hostile.</returns>
    public abstract SharedSecret? Dh(DhKeyPair own, DhPublicKey their);

    /// <summary>KDF_RK(rk, dh_out): the next root key, and the first chain key of a new chain.</summary>
    public abstract (RootKey RK, ChainKey CK) KdfRk(RootKey rk, SharedSecret dhOut);

    /// <summary>KDF_CK(ck): the next chain key, and the seed of the message at this index.</summary>
    public abstract (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck);

    /// <summary>KDF_HYBRID(ec_mk, pq_mk): the message key from the seed and, where a second ratchet runs beside this one, its key.</summary>
    /// <param name="ec">The message's seed from this ratchet.</param>
    /// <param name="pq">The message's key from the post-quantum ratchet; null where none runs, or where it has none for the message.</param>
    public abstract MessageKey KdfHybrid(MessageSeed ec, SpqrMessageKey? pq = null);

    /// <summary>ENCRYPT(mk, plaintext, associated_data): the message, whole.</summary>
    /// <returns>The header, field 4, the fields of <see cref="AssociatedData.Trailing"/>, and 8 bytes of MAC.</returns>
    public abstract byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad);

    /// <summary>DECRYPT(mk, ciphertext, associated_data): the inverse of <see cref="Encrypt"/>, header apart.</summary>
    /// <param name="mk">The key of the message's slot.</param>
    /// <param name="ciphertext">What followed the header, as received.</param>
    /// <param name="ad">Associated data as the receiver knows it.</param>
    /// <returns>The plaintext; null when the message is not authentic.</returns>
    public abstract byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad);

    /// <summary>HEADER(dh_pair, pn, n): the header of a message to be sent.</summary>
    /// <param name="dh">The sender's ratchet public key.</param>
    /// <param name="pn">Number of messages sent in the previous chain.</param>
    /// <param name="n">Index of the message in its chain.</param>
    public abstract RatchetHeader Header(DhPublicKey dh, uint pn, uint n);

    /// <summary>CONCAT(ad, header): the associated data of one message.</summary>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first, 66 bytes.</param>
    /// <param name="header">The message's header, whose bytes are used as they were sent or received.</param>
    public abstract AssociatedData Concat(ReadOnlySpan<byte> ad, RatchetHeader header);

    /// <summary>Cuts a received message into its header and what <see cref="Decrypt"/> takes.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not a message of this protocol; both results are then empty.</returns>
    public abstract DecryptFailure Parse(ReadOnlyMemory<byte> message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext);
}
