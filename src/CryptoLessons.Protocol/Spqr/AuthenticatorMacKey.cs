using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The MAC key of an <see cref="Authenticator"/>: whoever holds it can put a header or a ciphertext into the Braid.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class AuthenticatorMacKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public AuthenticatorMacKey Copy() => new(Bytes);
}
