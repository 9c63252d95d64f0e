using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Oracle;
using NUnit.Framework;

namespace CryptoLessons.Tests.Matrix;

/// <summary>The matrix's seizure figures on the built-in conversation against the oracle, at every message and for either target.</summary>
[TestFixture]
internal sealed class MatrixOracleTests
{
    private static readonly Conversation Conversation = BuiltInConversation.Load();
    private static readonly Script Script = ConversationScript.Write(Conversation, new SeededRandom(1));

    [TestCase("strict")]
    [TestCase("message-key-escrow")]
    public void EverySeizureOpensWhatTheOraclePredicts(string design)
    {
        int compared = 0;
        Parallel.For(1, Conversation.Messages.Count, at =>
        {
            foreach (string target in Conversation.People)
            {
                var game = new Game(random => Design.Named(design).Deploy(Script, random), Script, at, target, new SeededRandom(at));
                Verdict sessions = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure());
                Verdict phone = game.Read(new ReadAfterDeviceSeizure(), game.DeviceSeizure());
                Assert.That(sessions.Recovered.Keys, Is.EquivalentTo(Predicted(at, target, wholeDevice: false)), $"sessions of {target} at {at}");
                Assert.That(phone.Recovered.Keys, Is.EquivalentTo(Predicted(at, target, wholeDevice: true)), $"phone of {target} at {at}");
                Assert.That(sessions.Wrong.Count + phone.Wrong.Count, Is.Zero);
                Interlocked.Increment(ref compared);
            }
        });
        Assert.That(compared, Is.EqualTo(2 * (Conversation.Messages.Count - 1)));
    }

    /// <summary>The same conversation as a schedule in integers: delivery at once, but for the one message in flight when the thief comes.</summary>
    private static IEnumerable<int> Predicted(int at, string target, bool wholeDevice)
    {
        string initiator = Conversation.Messages[0].From;
        var events = new List<ScheduleEvent>();
        foreach (ChatMessage message in Conversation.Messages)
        {
            events.Add(new Send(message.From == initiator ? Party.Alice : Party.Bob));
            if (message.Number == at)
                events.Add(new Seize(target == initiator ? Party.Alice : Party.Bob, wholeDevice));
            events.Add(new Deliver(message.Number - 1));
        }
        return new SeizureOracle().Read(new(events, OneTimePreKey: true, Limits.Libsignal)).Select(ordinal => ordinal + 1);
    }
}
