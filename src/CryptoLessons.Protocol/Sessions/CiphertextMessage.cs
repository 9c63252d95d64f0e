namespace CryptoLessons.Protocol.Sessions;

/// <summary>A message as it is handed to the relay: its type and its bytes.</summary>
/// <param name="Type">Which of the two layouts <paramref name="Bytes"/> has.</param>
/// <param name="Bytes">The message, version byte first.</param>
public readonly record struct CiphertextMessage(CiphertextType Type, ReadOnlyMemory<byte> Bytes);

/// <summary>The layout of a ciphertext message, with the numbers that Signal's library uses.</summary>
public enum CiphertextType
{
    /// <summary>A message in a session that both ends know.</summary>
    Plain = 2,

    /// <summary>A message that carries what the responder needs to open the session.</summary>
    PreKey = 3,
}
