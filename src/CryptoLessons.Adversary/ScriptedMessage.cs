namespace CryptoLessons.Adversary;

/// <summary>One message that somebody in a play says: the truth that an attack's guess is held against.</summary>
/// <param name="Number">Number of the message, from 1; bystanders' messages go on behind the conversation's.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipients, without the sender.</param>
/// <param name="Time">When it is sent, UTC.</param>
/// <param name="Plaintext">What the app hands to the protocol.</param>
public sealed record ScriptedMessage(int Number, string From, IReadOnlyList<string> To, DateTimeOffset Time, ReadOnlyMemory<byte> Plaintext)
{
    /// <summary>Whether a person sent or received the message.</summary>
    public bool Involves(string person) => From == person || To.Contains(person);
}
