using CryptoLessons.Adversary;

namespace CryptoLessons.Designs;

/// <summary>What each person's app keeps to show it again.</summary>
internal sealed class Histories
{
    private readonly Dictionary<string, List<StoredMessage>> stored;

    public Histories(IEnumerable<string> people) => stored = people.ToDictionary(person => person, _ => new List<StoredMessage>());

    private Histories(Dictionary<string, List<StoredMessage>> stored) => this.stored = stored;

    /// <summary>What a seizure of a person's phone finds.</summary>
    public IReadOnlyList<StoredMessage> Of(string person) => [.. stored[person]];

    public void Store(string person, StoredMessage message) => stored[person].Add(message);

    /// <summary>Deletes everybody's.</summary>
    public void Forget()
    {
        foreach (List<StoredMessage> messages in stored.Values)
            messages.Clear();
    }

    public Histories Copy() => new(stored.ToDictionary(entry => entry.Key, entry => new List<StoredMessage>(entry.Value)));
}
