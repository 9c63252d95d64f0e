using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks;

/// <summary>Reads what a provider keeps that reads its customers' messages: what lies in its store, and with the keys beside it the wire.</summary>
/// <remarks>One theft, and all messages of all customers, those to come included. Locked disks open when every part of their key was stolen.</remarks>
public sealed class ReadTheStore :
    IAttack<ServerBreachView>, IForgery<ServerBreachView>, IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(ServerBreachView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Read(view.Transcript, view.Server, new("server memory"));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(ServerBreachView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. new StolenChannels(view.Server.Channels, new("server memory")).Forge(view.Transcript, plaintext)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Open(view.Escrow) is var (server, how) ? Read(view.Transcript, server, how) : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Open(view.Escrow) is var (server, how) ? [.. new StolenChannels(server.Channels, how).Forge(view.Transcript, plaintext)] : [];
    }

    private static IReadOnlyList<Guess> Read(Transcript transcript, ServerLoot server, Derivation how)
    {
        var guesses = new Dictionary<int, Guess>();
        var numbers = transcript.Entries.ToLookup(entry => entry.Envelope, entry => entry.Message);
        foreach (CarriedMessage kept in server.Store)
            foreach (int number in numbers[kept.Came])
                guesses.TryAdd(number, new(number, kept.Content, how.Then("stored message").Then("plaintext")));
        new StolenChannels(server.Channels, how).Read(transcript, guesses);
        return [.. guesses.Values];
    }

    private static (ServerLoot Server, Derivation How)? Open(EscrowLoot loot) => loot switch
    {
        ServerStoreLoot store => (store.Server, new("server store")),
        LockedStoreLoot locked => (Unlock(locked), new("every part of the key of the disks")),
        _ => null,
    };

    /// <summary>What the disks say under the key that the parts make: nothing when one is missing.</summary>
    private static ServerLoot Unlock(LockedStoreLoot disks)
    {
        using StorageKey key = StorageKeyParts.Join(disks.Parts);
        var messages = new List<CarriedMessage>();
        foreach (var (came, to, content) in disks.Messages)
            if (key.Open(content.Span) is { } opened)
                messages.Add(new(came, to, opened));
        var channels = new Dictionary<string, ChannelKey>();
        foreach (var (person, stored) in disks.Channels)
            if (key.Open(stored.Span) is { } opened)
                channels.Add(person, new(opened));
        return new(new Dictionary<string, Protocol.Sessions.PreKeyBundle>(), []) { Channels = channels, Store = messages };
    }
}
