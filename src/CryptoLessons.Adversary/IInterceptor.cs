namespace CryptoLessons.Adversary;

/// <summary>Somebody who sits on the wire: every envelope and every download passes through these hands.</summary>
public interface IInterceptor
{
    /// <summary>Takes an envelope off the wire and puts others on it.</summary>
    /// <param name="passing">The genuine envelope, with the number of its message.</param>
    /// <returns>What the relay delivers in its place: the same, another, several, or none.</returns>
    IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing);

    /// <summary>Answers a phone in the place of the provider, or lets the provider's answer pass.</summary>
    /// <param name="request">What the phone asked for.</param>
    /// <param name="genuine">What the provider answers.</param>
    ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) => genuine;

    /// <summary>What has been read so far, at most one guess for each message.</summary>
    IReadOnlyList<Guess> Guesses { get; }

    /// <summary>Drops what was read so far: on a long run somebody else has written it down, and memory is to stay bounded.</summary>
    void Forget()
    {
    }
}
