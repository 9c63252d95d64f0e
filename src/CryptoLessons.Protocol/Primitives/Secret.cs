using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>A 32-byte secret that does not print, cannot be mistaken for another kind of secret, and is wiped when disposed.</summary>
/// <remarks>
/// Wiping is best effort: the garbage collector may have moved the object and left a copy behind.
/// For code outside this assembly the one way to the bytes is <see cref="Hazmat.Reveal"/>, but for saving a whole state.
/// </remarks>
public abstract class Secret : IDisposable
{
    /// <summary>Length of every secret, in bytes.</summary>
    public const int Size = 32;

    private Content content;
    private bool wiped;

    /// <summary>Takes a copy of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    protected Secret(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"A {GetType().Name} has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        bytes.CopyTo(content);
    }

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return content;
        }
    }

    /// <summary>A fresh secret of some kind.</summary>
    /// <param name="random">Where its bytes come from.</param>
    /// <param name="of">Makes the secret of 32 bytes, of which it takes a copy.</param>
    protected static TSecret Draw<TSecret>(RandomSource random, Func<ReadOnlySpan<byte>, TSecret> of)
        where TSecret : Secret
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(of);
        Span<byte> bytes = stackalloc byte[Size];
        random.Fill(bytes);
        TSecret secret = of(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    /// <summary>Overwrites the secret with zeros; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(content);
        wiped = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>The kind and length of the secret, never its bytes.</summary>
    public sealed override string ToString() => $"{GetType().Name}(secret, {Size} bytes)";

    // In the object itself: a secret is made for every message, and an array would be a second object.
    [InlineArray(Size)]
    private struct Content
    {
        private byte first;
    }
}
