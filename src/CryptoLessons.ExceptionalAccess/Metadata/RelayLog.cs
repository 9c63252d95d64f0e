using System.Globalization;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a relay writes down while it passes messages on that it cannot read: who, to whom, when, how much, and who was connected.</summary>
/// <remarks>
/// It takes no key to make it and none to read it, and encryption from end to end hides nothing of it. A phone that sends is connected, and so is one
/// that a message is delivered to; with a sealed sender only the second of them says who it is.
/// </remarks>
/// <param name="policy">What is kept.</param>
public sealed class RelayLog(LogPolicy policy = LogPolicy.Everything)
{
    private readonly List<DeliveryRecord> deliveries = [];
    private readonly List<ConnectionRecord> connections = [];
    private readonly SortedDictionary<string, AccountRecord> accounts = new(StringComparer.Ordinal);

    /// <summary>The messages that were passed on, in order; none under a policy that does not keep them.</summary>
    public IReadOnlyList<DeliveryRecord> Deliveries => deliveries;

    /// <summary>Who was connected and when, in order; none under a policy that does not keep it.</summary>
    public IReadOnlyList<ConnectionRecord> Connections => connections;

    /// <summary>The customers, in the order of their names.</summary>
    public IReadOnlyCollection<AccountRecord> Accounts => accounts.Values;

    /// <summary>Everybody who wrote to somebody, as far as the log says it.</summary>
    public IReadOnlySet<Contact> Contacts =>
        deliveries.Where(delivery => delivery.From is not null).Select(delivery => new Contact(delivery.From!, delivery.To)).ToHashSet();

    /// <summary>Whether this relay ever heard of a person.</summary>
    public bool Knows(string person) => accounts.ContainsKey(person);

    /// <summary>The two dates of a customer; null for whoever is none.</summary>
    public AccountRecord? Account(string person) => accounts.GetValueOrDefault(person);

    /// <summary>Somebody becomes a customer; who is one already is merely connected.</summary>
    public void Register(string person, DateTimeOffset time) => Connect(person, time);

    /// <summary>A message is passed on.</summary>
    public void Record(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Connect(envelope.From, envelope.Time);
        Record(envelope.From, envelope.To, envelope.Time, envelope.Message.Bytes.Length);
    }

    /// <summary>A message is passed on whose sender did not say who it was.</summary>
    public void Record(SealedEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Record(null, envelope.To, envelope.Time, envelope.Message.Length);
    }

    /// <summary>To whom a person wrote, and when, both ends of the time included: the messages that the log has under that name.</summary>
    public IReadOnlyList<DeliveryRecord> WrittenBy(string person, DateTimeOffset from, DateTimeOffset until) =>
        [.. deliveries.Where(delivery => delivery.From == person && from <= delivery.Time && delivery.Time <= until)];

    /// <summary>When a person was last seen: what the app shows to any contact who looks, without a key and without a court.</summary>
    /// <param name="person">Who.</param>
    /// <param name="now">When the contact looks, UTC.</param>
    /// <returns>Null when the log says nothing of it.</returns>
    public DateTimeOffset? LastSeen(string person, DateTimeOffset now) =>
        connections.Where(connection => connection.Person == person && connection.Time <= now).Max(connection => (DateTimeOffset?)connection.Time);

    /// <summary>The log as a file, a line for each delivery, each connection and each customer.</summary>
    public override string ToString() => string.Concat(
    [
        .. deliveries.Select(line => Line($"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} {line.From ?? "somebody"} to {line.To}, {line.Size} bytes")),
        .. connections.Select(line => Line($"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} {line.Person} connected")),
        .. accounts.Values.Select(line => Line($"{line.Person} since {line.Registered:yyyy-MM-dd}, last connected {line.LastConnected:yyyy-MM-dd}")),
    ]);

    private void Record(string? from, string to, DateTimeOffset time, int size)
    {
        Connect(to, time);
        if (policy == LogPolicy.Everything)
            deliveries.Add(new(from, to, time, size));
    }

    private void Connect(string person, DateTimeOffset time)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        AccountRecord known = accounts.GetValueOrDefault(person) ?? new(person, day, day);
        // A phone's clock may step back.
        accounts[person] = known with { LastConnected = day > known.LastConnected ? day : known.LastConnected };
        if (policy == LogPolicy.Everything)
            connections.Add(new(person, time));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}
