namespace CryptoLessons.Protocol.Primitives;

/// <summary>The one ugly door through which a secret becomes bytes; a test lists every caller.</summary>
public static class Hazmat
{
    /// <summary>A copy of the secret's 32 bytes, which the caller must wipe.</summary>
    /// <exception cref="ObjectDisposedException">The secret was wiped.</exception>
    public static byte[] Reveal(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Bytes.ToArray();
    }
}
