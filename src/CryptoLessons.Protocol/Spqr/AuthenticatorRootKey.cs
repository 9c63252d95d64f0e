using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The root key of an <see cref="Authenticator"/>: each epoch's secret is mixed into it.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class AuthenticatorRootKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>A copy that is wiped on its own.</summary>
    public AuthenticatorRootKey Copy() => new(Bytes);
}
