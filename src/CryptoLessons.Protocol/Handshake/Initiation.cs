using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>The initiator's half of a handshake, made.</summary>
/// <param name="Secret">What the session begins with; whoever asked for it wipes it.</param>
/// <param name="KyberCiphertext">The KEM's ciphertext for the responder's post-quantum prekey (CT), 1568 bytes; empty without one.</param>
public sealed record Initiation(SessionSecret Secret, ReadOnlyMemory<byte> KyberCiphertext = default) : IDisposable
{
    /// <summary>Wipes the secret.</summary>
    public void Dispose() => Secret.Dispose();
}
