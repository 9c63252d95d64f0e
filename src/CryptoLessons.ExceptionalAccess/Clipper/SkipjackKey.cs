using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>A key of Skipjack, 80 bits: the block cipher of 64 bits that stood inside the chip, secret until 1998.</summary>
/// <remarks>Source: NIST, "SKIPJACK and KEA Algorithm Specifications" (version 2.0, 1998). The rounds are BouncyCastle's. In CBC, one of the four
/// modes of FIPS 81; those of the chip were never published, so that whatever is built of blocks here is this library's choice.</remarks>
public abstract class SkipjackKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 10;

    /// <summary>Length of a block, in bytes.</summary>
    public const int BlockSize = 8;

    private readonly byte[] bytes;
    private SkipjackEngine? encryption;
    private SkipjackEngine? decryption;
    private bool wiped;

    /// <param name="bytes">10 bytes; copied.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    private protected SkipjackKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A key of Skipjack has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        this.bytes = bytes.ToArray();
    }

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return bytes;
        }
    }

    /// <summary>Encrypts whole blocks in place: C(i) = E(P(i) + C(i-1)), where C(0) is the IV.</summary>
    /// <param name="blocks">Any number of blocks of 8 bytes.</param>
    /// <param name="iv">8 bytes; all zero when left out.</param>
    public void EncryptBlocks(byte[] blocks, ReadOnlySpan<byte> iv = default)
    {
        SkipjackEngine engine = Engine(ref encryption, forEncryption: true, blocks);
        for (int at = 0; at < blocks.Length; at += BlockSize)
        {
            Add(blocks.AsSpan(at, BlockSize), at == 0 ? iv : blocks.AsSpan(at - BlockSize, BlockSize));
            engine.ProcessBlock(blocks, at, blocks, at);
        }
    }

    /// <summary>Decrypts whole blocks in place: P(i) = D(C(i)) + C(i-1).</summary>
    /// <param name="blocks">Any number of blocks of 8 bytes.</param>
    /// <param name="iv">8 bytes; all zero when left out.</param>
    public void DecryptBlocks(byte[] blocks, ReadOnlySpan<byte> iv = default)
    {
        SkipjackEngine engine = Engine(ref decryption, forEncryption: false, blocks);
        // From behind, so that the block before is still what was received.
        for (int at = blocks.Length - BlockSize; at >= 0; at -= BlockSize)
        {
            engine.ProcessBlock(blocks, at, blocks, at);
            Add(blocks.AsSpan(at, BlockSize), at == 0 ? iv : blocks.AsSpan(at - BlockSize, BlockSize));
        }
    }

    /// <summary>Overwrites the key with zeros; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        (encryption, decryption, wiped) = (null, null, true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The kind and length of the secret, never its bytes.</summary>
    public override string ToString() => $"{GetType().Name}(secret, {Size} bytes)";

    /// <summary>The rounds with the key's schedule, which is made once; to use it changes nothing in it.</summary>
    private SkipjackEngine Engine(ref SkipjackEngine? scheduled, bool forEncryption, byte[] blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (blocks.Length % BlockSize != 0)
            throw new ArgumentException($"{blocks.Length} bytes are no whole blocks of {BlockSize}.", nameof(blocks));
        ReadOnlySpan<byte> key = Bytes;
        if (scheduled is { } known)
            return known;
        var engine = new SkipjackEngine();
        engine.Init(forEncryption, new KeyParameter(key.ToArray()));
        return scheduled = engine;
    }

    private static void Add(Span<byte> block, ReadOnlySpan<byte> other)
    {
        for (int i = 0; i < other.Length; i++)
            block[i] ^= other[i];
    }
}
