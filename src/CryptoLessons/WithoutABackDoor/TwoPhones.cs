using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Two people with a session under some suite, and the wire between them.</summary>
internal sealed class TwoPhones
{
    private readonly string[] names;
    private readonly Device<RatchetFunctions>[] devices;
    private readonly List<(Envelope Envelope, ReadOnlyMemory<byte> Said)> wire = [];

    /// <param name="random">Draws every key of the two.</param>
    /// <param name="names">Theirs.</param>
    /// <param name="app">What each runs, around Signal's functions and with a stream of its own.</param>
    public TwoPhones(SeededRandom random, (string One, string Other) names, Func<RatchetFunctions, SeededRandom, RatchetFunctions> app)
    {
        this.names = [names.One, names.Other];
        devices =
        [
            .. from name in this.names
               let own = random.Child(name)
               select Device.Create(app(new SignalFunctions(own.Child("ratchet")), own.Child("mechanism")), own.Child("device")),
        ];
        devices[0].StartSession(names.Other, devices[1].Publish());
    }

    /// <summary>What was on the wire, and what was said with it.</summary>
    public IReadOnlyList<(Envelope Envelope, ReadOnlyMemory<byte> Said)> Wire => wire;

    /// <summary>How many messages the recipient refused.</summary>
    public int Refused { get; private set; }

    /// <summary>One says something to the other, who receives it at once.</summary>
    /// <param name="turn">The first speaks when it is even.</param>
    /// <param name="said">What is meant to be read by the other and by nobody else.</param>
    /// <param name="time">When, UTC.</param>
    /// <param name="content">What the app is handed, where that is something else.</param>
    public CiphertextMessage Say(int turn, ReadOnlyMemory<byte> said, DateTimeOffset time, ReadOnlyMemory<byte>? content = null)
    {
        int from = turn % 2, to = 1 - from;
        CiphertextMessage message = devices[from].Encrypt(names[to], (content ?? said).Span);
        wire.Add((new(names[from], names[to], time, message), said));
        if (devices[to].Decrypt(names[from], message, out _) != DecryptFailure.None)
            Refused++;
        return message;
    }

    /// <summary>How many of the messages a key opens that was made for opening, or was stolen.</summary>
    public int OpenedWith(AuthorityKey key) => wire.Count(sent =>
        Intercepted(sent.Envelope) is { } message && message.Open(key, out byte[] read) == Outcome.Opened && sent.Said.Span.SequenceEqual(read));

    /// <summary>How many of the messages an authority opens under a warrant, and how many of those say nothing to it.</summary>
    public (int Read, int Unreadable) Served(Authority authority, Warrant warrant)
    {
        int read = 0, unreadable = 0;
        foreach (var (envelope, said) in wire)
            if (authority.Open(warrant, envelope, Key(envelope.From), Key(envelope.To), out byte[] content) is not Outcome.Opened)
                unreadable++;
            else if (said.Span.SequenceEqual(content))
                read++;
            else
                unreadable++;
        return (read, unreadable);
    }

    private InterceptedMessage? Intercepted(Envelope envelope) => InterceptedMessage.Parse(envelope, Key(envelope.From), Key(envelope.To));

    private Protocol.Curve25519.DhPublicKey Key(string name) => devices[Array.IndexOf(names, name)].IdentityKey;
}
