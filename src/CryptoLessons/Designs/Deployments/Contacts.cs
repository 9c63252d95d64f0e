using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>What a phone knows of other people's devices, from the provider's directory and by its app's policy.</summary>
/// <param name="owner">Whose phone.</param>
/// <param name="policy">What the app believes of what is new.</param>
/// <param name="directory">The key under which the directory's answers verify.</param>
internal sealed class Contacts(string owner, DirectoryPolicy policy, DhPublicKey directory)
{
    private readonly Dictionary<string, (ReadOnlyMemory<byte> Answer, DeviceList Believed)> known = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> refused = [];

    /// <summary>Whether the app has shown its owner a warning.</summary>
    public bool Warned { get; private set; }

    /// <summary>The devices of each person whom the phone has written to.</summary>
    public IEnumerable<DeviceList> Known => known.Values.Select(contact => contact.Believed);

    /// <summary>The name under which a phone keeps its sessions with one device of a person; no person's name has a unit separator in it.</summary>
    public static string Address(string person, uint device) =>
        device == 1 ? person : string.Create(CultureInfo.InvariantCulture, $"{person}\u001F{device}");

    /// <summary>The devices of a person, as the directory says now and as far as the app believes it.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="trusted">The identity key that the phone knows of the person; null when it knows none.</param>
    /// <param name="provider">Answers what the phone asks for: what somebody on the wire slips in, then the provider's own.</param>
    public IReadOnlyList<DeviceEntry> Devices(string person, DhPublicKey? trusted, Func<Download, IEnumerable<ReadOnlyMemory<byte>>> provider)
    {
        foreach (ReadOnlyMemory<byte> answer in provider(new(owner, DownloadKind.DeviceList, person)))
        {
            // Safe because the same bytes were looked at before.
            if (known.TryGetValue(person, out var contact) && contact.Answer.Span.SequenceEqual(answer.Span))
                return contact.Believed.Devices;
            if (refused.TryGetValue(person, out ReadOnlyMemory<byte> last) && last.Span.SequenceEqual(answer.Span))
                continue;
            if (SignedAnswer.Open(answer.Span, directory) is { } opened && DeviceList.TryParse(opened, out DeviceList? said) && said.Name == person)
            {
                DeviceList believed = Believe(said, trusted);
                known[person] = (answer, believed);
                return believed.Devices;
            }
            refused[person] = answer;
            Warned = true;
        }
        throw NoAnswer(person);
    }

    /// <summary>The prekey bundle of one device of a person.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="device">Number of the device.</param>
    /// <param name="provider">Answers what the phone asks for.</param>
    public PreKeyBundle Bundle(string person, uint device, Func<Download, IEnumerable<ReadOnlyMemory<byte>>> provider)
    {
        foreach (ReadOnlyMemory<byte> answer in provider(new(owner, DownloadKind.Bundle, person, device)))
        {
            if (SignedAnswer.Open(answer.Span, directory) is { } opened && PublishedBundle.TryParse(opened, out PublishedBundle? published)
                && published.Name == person && published.Device == device)
                return published.Bundle;
            Warned = true;
        }
        throw NoAnswer(person);
    }

    public Contacts Copy()
    {
        var copy = new Contacts(owner, policy, directory) { Warned = Warned };
        foreach (var (person, contact) in known)
            copy.known.Add(person, contact);
        foreach (var (person, answer) in refused)
            copy.refused.Add(person, answer);
        return copy;
    }

    private DeviceList Believe(DeviceList said, DhPublicKey? trusted)
    {
        DeviceEntry main = said.Devices[0];
        if (trusted is not null && !trusted.Equals(main.IdentityKey) && !Accepts(DirectoryPolicy.AcceptsChangedKeys))
            main = main with { IdentityKey = trusted };
        bool more = said.Devices.Count > 1 && Accepts(DirectoryPolicy.AcceptsNewDevices);
        return new(said.Name, [main, .. more ? said.Devices.Skip(1) : []]);
    }

    /// <summary>Whether the app believes something new without a word; if not, it shows a warning.</summary>
    private bool Accepts(DirectoryPolicy needed)
    {
        Warned |= policy != needed;
        return policy == needed;
    }

    private static InvalidOperationException NoAnswer(string person) => new($"The directory has no signed answer about {person}.");
}
