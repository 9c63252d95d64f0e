namespace CryptoLessons.Protocol.Sessions;

/// <summary>The layout of a ciphertext message, with the numbers that Signal's library uses.</summary>
public enum CiphertextType
{
    /// <summary>A message in a session that both ends know.</summary>
    Plain = 2,

    /// <summary>A message that carries what the responder needs to open the session.</summary>
    PreKey = 3,

    /// <summary>A message to a group, under a sender key.</summary>
    SenderKey = 7,
}
