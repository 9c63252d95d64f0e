using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Clipper;

/// <summary>Alice and Bob with a chip each and a session, and the court, the agents and the office.</summary>
internal sealed class ChipScene
{
    private readonly SeededRandom random;
    private readonly Device<RatchetFunctions> alice, bob;

    /// <param name="random">Draws every key.</param>
    /// <param name="checksumBits">How many bits of a checksum the chips look at.</param>
    /// <param name="sender">What Alice's phone does with its chip; what it is told to when left out.</param>
    /// <param name="recipient">What Bob's phone does with its own.</param>
    public ChipScene(
        SeededRandom random,
        int checksumBits = ClipperChip.ChecksumBits,
        Func<RatchetFunctions, ClipperChip, RatchetFunctions>? sender = null,
        Func<RatchetFunctions, ClipperChip, RatchetFunctions>? recipient = null)
    {
        this.random = random;
        Court = new(random.Child("court"));
        Family = FamilyKey.Generate(random.Child("family"));
        Agents = [new(Court.PublicKey), new(Court.PublicKey)];
        Office = new(Family, Agents, Court.PublicKey);
        Facility = new(Family, Agents, checksumBits);
        (AlicesChip, BobsChip) = (Facility.Program(random.Child("Alice's chip")), Facility.Program(random.Child("Bob's chip")));
        alice = Phone("Alice", AlicesChip, sender);
        bob = Phone("Bob", BobsChip, recipient);
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
    }

    public Court Court { get; }

    public FamilyKey Family { get; }

    public IReadOnlyList<EscrowAgent> Agents { get; }

    public DecryptionOffice Office { get; }

    public ProgrammingFacility Facility { get; }

    public ClipperChip AlicesChip { get; }

    public ClipperChip BobsChip { get; }

    /// <summary>A warrant that names somebody, for the time of every message here.</summary>
    public Warrant Warrant(string target) => Court.Issue(target, TestScripts.Start, TestScripts.Start);

    public Envelope Send(string text, bool fromBob = false) => fromBob
        ? new("Bob", "Alice", TestScripts.Start, bob.Encrypt("Alice", Encoding.UTF8.GetBytes(text)))
        : new("Alice", "Bob", TestScripts.Start, alice.Encrypt("Bob", Encoding.UTF8.GetBytes(text)));

    public DecryptFailure Receive(Envelope envelope, out string text)
    {
        DecryptFailure failure = (envelope.To == "Bob" ? bob : alice).Decrypt(envelope.From, envelope.Message, out byte[] plaintext);
        text = Encoding.UTF8.GetString(plaintext);
        return failure;
    }

    /// <summary>A message as somebody on the wire sees it.</summary>
    public InterceptedMessage Intercept(Envelope envelope)
    {
        var (sender, recipient) = envelope.From == "Alice" ? (alice, bob) : (bob, alice);
        return InterceptedMessage.Parse(envelope, sender.IdentityKey, recipient.IdentityKey)!;
    }

    public Outcome Ask(Warrant warrant, Envelope envelope, out string opened)
    {
        var (sender, recipient) = envelope.From == "Alice" ? (alice, bob) : (bob, alice);
        Outcome outcome = Office.Open(warrant, envelope, sender.IdentityKey, recipient.IdentityKey, out byte[] plaintext);
        opened = Encoding.UTF8.GetString(plaintext);
        return outcome;
    }

    private Device<RatchetFunctions> Phone(string name, ClipperChip chip, Func<RatchetFunctions, ClipperChip, RatchetFunctions>? app)
    {
        var signal = new SignalFunctions(random.Child($"ratchet of {name}"));
        return Device.Create(app?.Invoke(signal, chip) ?? new ClipperFunctions(signal, chip), random.Child($"device of {name}"));
    }
}
