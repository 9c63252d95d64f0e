using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Conversations;

/// <summary>A conversation, and bystanders beside it, as a script to be played.</summary>
public static class ConversationScript
{
    /// <summary>Everybody's messages in order; each of the conversation goes to all its other people.</summary>
    /// <param name="conversation">At least two people and one message.</param>
    /// <param name="random">The seed's stream for the bystanders.</param>
    public static Script Write(Conversation conversation, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ILookup<int, ScriptedMessage> beside = Bystanders.Beside(conversation, random);
        var recipients = conversation.People.ToDictionary(person => person, person => conversation.People.Where(other => other != person).ToArray());
        var messages = new List<ScriptedMessage>();
        for (int i = 0; i < conversation.Messages.Count; i++)
        {
            ChatMessage message = conversation.Messages[i];
            messages.Add(new(message.Number, message.From, recipients[message.From], message.Time, MessageContent.Encode(message)));
            messages.AddRange(beside[i]);
        }
        return new(messages, conversation.Messages.Count);
    }
}
