using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What the prediction is made from: who says what to whom and when, and at which message whose phone is taken.</summary>
/// <param name="Seed">The seed that makes the scene again, and the keys of its play.</param>
/// <param name="Script">What is said.</param>
/// <param name="At">Number of the message at which the compromise happens; it is sent, and has not arrived.</param>
/// <param name="Target">Whose phone is taken.</param>
internal sealed record ExposureScene(int Seed, Script Script, int At, string Target)
{
    /// <summary>The message that is in flight.</summary>
    internal ScriptedMessage Moment => Script.ByNumber[At];

    /// <summary>Everybody's messages from the first to the one in flight.</summary>
    internal IEnumerable<ScriptedMessage> Sent => [.. Delivered, Moment];

    /// <summary>Everybody's messages before the one in flight.</summary>
    internal IEnumerable<ScriptedMessage> Delivered => Script.Messages.TakeWhile(message => message.Number != At);

    /// <summary>Everybody's messages after the one in flight.</summary>
    internal IEnumerable<ScriptedMessage> Later => Script.Messages.SkipWhile(message => message.Number != At).Skip(1);

    /// <summary>The people of the conversation.</summary>
    internal IReadOnlyList<string> Circle =>
        [.. Script.Conversation.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).Distinct()];

    /// <summary>The participant, other than the target, who spoke last; where nobody else has spoken, the first who was spoken to.</summary>
    internal string Member => Sent.Where(message => message.Number <= Script.ConversationLength).Select(message => message.From)
        .LastOrDefault(from => from != Target) ?? Circle.First(person => person != Target);

    /// <summary>The conversation's message that the designs count from: the one after which a quarter has been said.</summary>
    internal ScriptedMessage Quarter => Script.ByNumber[((Script.ConversationLength - 1) / 4) + 1];

    /// <summary>The scene in one line, to follow a failure by hand.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"seed {Seed}, {Script.ConversationLength} messages at {At}, target {Target}: ")
        + string.Join(' ', Script.Messages.Select(message => FormattableString.Invariant($"{message.Number}{message.From[0]}{message.Time:ddHH}")));
}
