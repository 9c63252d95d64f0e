using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>One envelope that went over the wire, and the number of the message it belongs to.</summary>
/// <param name="Message">Number of the message, from 1; a message to several people has an envelope for each.</param>
/// <param name="Envelope">The envelope as it was on the wire.</param>
public sealed record TranscriptEntry(int Message, Envelope Envelope);
