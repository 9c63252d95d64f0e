namespace CryptoLessons.Adversary;

/// <summary>Somebody who sits on the wire: every envelope passes through these hands.</summary>
public interface IInterceptor
{
    /// <summary>Takes an envelope off the wire and puts others on it.</summary>
    /// <param name="passing">The genuine envelope, with the number of its message.</param>
    /// <returns>What the relay delivers in its place: the same, another, several, or none.</returns>
    IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing);

    /// <summary>What has been read so far, at most one guess for each message.</summary>
    IReadOnlyList<Guess> Guesses { get; }
}
