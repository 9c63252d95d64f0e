namespace CryptoLessons.Adversary;

/// <summary>What is said in one play, in order: a conversation, and between its messages those of bystanders.</summary>
public sealed class Script
{
    /// <summary>A script of a conversation and, maybe, bystanders.</summary>
    /// <param name="messages">All messages in the order in which they are sent; those of the conversation are numbered 1 to
    /// <paramref name="conversationLength"/> in that order.</param>
    /// <param name="conversationLength">Number of messages in the conversation.</param>
    public Script(IReadOnlyList<ScriptedMessage> messages, int conversationLength)
    {
        ArgumentNullException.ThrowIfNull(messages);
        (Messages, ConversationLength) = (messages, conversationLength);
        ByNumber = messages.ToDictionary(message => message.Number);
        People = [.. messages.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).Distinct()];
    }

    /// <summary>All messages in the order in which they are sent.</summary>
    public IReadOnlyList<ScriptedMessage> Messages { get; }

    /// <summary>Number of messages in the conversation; those with higher numbers are bystanders'.</summary>
    public int ConversationLength { get; }

    /// <summary>The messages by their numbers.</summary>
    public IReadOnlyDictionary<int, ScriptedMessage> ByNumber { get; }

    /// <summary>Everybody who sends or receives, in order of appearance.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>The conversation without the bystanders.</summary>
    public IEnumerable<ScriptedMessage> Conversation => Messages.Where(message => message.Number <= ConversationLength);

    /// <summary>The bystanders' messages.</summary>
    public IEnumerable<ScriptedMessage> Bystanders => Messages.Where(message => message.Number > ConversationLength);
}
