namespace CryptoLessons.Protocol.SealedSender;

/// <summary>What is sealed. The numbers are not those of <see cref="Sessions.CiphertextType"/>: the first two are other numbers there.</summary>
public enum SealedContentType
{
    /// <summary>A message that opens a session.</summary>
    PreKey = 1,

    /// <summary>A message in a session.</summary>
    Plain = 2,

    /// <summary>A message to a group.</summary>
    SenderKey = 7,

    /// <summary>An unencrypted note, such as that something could not be read.</summary>
    Plaintext = 8,
}
