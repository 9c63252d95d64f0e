using System.Diagnostics.CodeAnalysis;

namespace CryptoLessons.Conversations;

/// <summary>What came of reading a chat: a conversation, or the sentence that says why there is none.</summary>
public sealed class ChatImportResult
{
    private ChatImportResult(Conversation? conversation, string? error) => (Conversation, Error) = (conversation, error);

    /// <summary>The conversation, or <c>null</c> when the chat could not be read.</summary>
    public Conversation? Conversation { get; }

    /// <summary>What is wrong, where, and what to do; <c>null</c> when there is a conversation.</summary>
    public string? Error { get; }

    /// <summary>Whether there is a conversation.</summary>
    [MemberNotNullWhen(true, nameof(Conversation))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Conversation is not null;

    internal static ChatImportResult Of(Conversation conversation) => new(conversation, null);

    internal static ChatImportResult Failed(string error) => new(null, error);
}
