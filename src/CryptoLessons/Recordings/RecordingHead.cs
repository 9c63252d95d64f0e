using System.Text;
using System.Text.Unicode;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Recordings;

/// <summary>What stands at the beginning of every part of a recording: what everybody knows, and nothing secret.</summary>
/// <param name="Design">Name of the messenger.</param>
/// <param name="Profile">Name of the profile of Signal's protocol that its phones speak.</param>
/// <param name="IdentityKeys">The identity key of each person, as the directory shows it to anybody.</param>
public sealed record RecordingHead(string Design, string Profile, IReadOnlyDictionary<string, DhPublicKey> IdentityKeys)
{
    private const int DesignName = 1;
    private const int ProfileName = 2;
    private const int Person = 3;
    private const int Name = 1;
    private const int IdentityKey = 2;

    /// <summary>The head's fields, people in the order of their names.</summary>
    internal byte[] Encode()
    {
        var head = new WireWriter().Bytes(DesignName, Encoding.UTF8.GetBytes(Design)).Bytes(ProfileName, Encoding.UTF8.GetBytes(Profile));
        foreach (var (name, key) in IdentityKeys.OrderBy(person => person.Key, StringComparer.Ordinal))
            head.Bytes(Person, new WireWriter().Bytes(Name, Encoding.UTF8.GetBytes(name)).Bytes(IdentityKey, key.U).Written);
        return head.ToArray();
    }

    /// <summary>Reads the fields; null when they are not those of a head.</summary>
    internal static RecordingHead? Decode(ReadOnlySpan<byte> fields)
    {
        string? design = null, profile = null;
        var keys = new Dictionary<string, DhPublicKey>(StringComparer.Ordinal);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (DesignName, WireType.Bytes): design = Text(field.Bytes); break;
                case (ProfileName, WireType.Bytes): profile = Text(field.Bytes); break;
                case (Person, WireType.Bytes):
                    if (!TryPerson(field.Bytes, out string? name, out DhPublicKey? key) || !keys.TryAdd(name!, key!))
                        return null;
                    break;
                default: return null;
            }
        return reader.Malformed || design is null || profile is null ? null : new(design, profile, keys);
    }

    /// <summary>Text of UTF-8; null when the bytes are none.</summary>
    internal static string? Text(ReadOnlySpan<byte> utf8) => Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;

    private static bool TryPerson(ReadOnlySpan<byte> fields, out string? name, out DhPublicKey? key)
    {
        (name, key) = (null, null);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (Name, WireType.Bytes): name = Text(field.Bytes); break;
                case (IdentityKey, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: key = new(field.Bytes); break;
                default: return false;
            }
        return !reader.Malformed && name is not null && key is not null;
    }
}
