using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>The keys with which one person's phone sends and receives at one moment.</summary>
/// <param name="owner">Whose phone.</param>
/// <param name="sessions">The states of the sessions with each peer, by the peer's name; copies.</param>
public sealed class SessionLoot(string owner, IReadOnlyDictionary<string, SessionRecord> sessions)
{
    /// <summary>Whose phone.</summary>
    public string Owner { get; } = owner;

    /// <summary>The states of the sessions with each peer, by the peer's name; none in a messenger that does not speak Signal's protocol.</summary>
    public IReadOnlyDictionary<string, SessionRecord> Sessions { get; } = sessions;

    /// <summary>The sender keys of the groups that the phone is in; null in a messenger that has none.</summary>
    public GroupCipherState? SenderKeys { get; init; }

    /// <summary>The key that the phone shares with the provider; null in a messenger that has no such key.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>The states of the secret chats with each peer, by the peer's name.</summary>
    public IReadOnlyDictionary<string, SecretChatState> SecretChats { get; init; } = new Dictionary<string, SecretChatState>();
}
