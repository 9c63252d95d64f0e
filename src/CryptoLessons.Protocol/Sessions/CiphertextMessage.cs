namespace CryptoLessons.Protocol.Sessions;

/// <summary>A message as it is handed to the relay: its type and its bytes.</summary>
/// <param name="Type">Which of the two layouts <paramref name="Bytes"/> has.</param>
/// <param name="Bytes">The message, version byte first.</param>
public readonly record struct CiphertextMessage(CiphertextType Type, ReadOnlyMemory<byte> Bytes);
