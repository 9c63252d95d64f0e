namespace CryptoLessons.Protocol.Sessions;

/// <summary>Which of the responder's post-quantum prekeys opened a session, and what was encapsulated to it.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="Ciphertext">The KEM's ciphertext (CT), 1568 bytes.</param>
public sealed record UsedKyberPreKey(uint Id, ReadOnlyMemory<byte> Ciphertext)
{
    /// <summary>Whether number and ciphertext are the same.</summary>
    public bool Equals(UsedKyberPreKey? other) => other is not null && Id == other.Id && Ciphertext.Span.SequenceEqual(other.Ciphertext.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
