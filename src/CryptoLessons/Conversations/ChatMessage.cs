namespace CryptoLessons.Conversations;

/// <summary>One message of a conversation.</summary>
/// <param name="Number">The message's place in the conversation, counted from 1.</param>
/// <param name="From">
/// The sender's name as the export writes it, without invisible marks around it. Data: it may hold any character.
/// </param>
/// <param name="Time">The message's stamp; an export names no zone, so it is read as UTC.</param>
/// <param name="Text">
/// What was written, lines joined by LF; may be empty. With an attachment it is the caption alone. Data: it may hold any character.
/// </param>
/// <param name="Attachment">The file sent with it, or <c>null</c> when there is none or its bytes were not read.</param>
public sealed record ChatMessage(int Number, string From, DateTimeOffset Time, string Text, Attachment? Attachment);
