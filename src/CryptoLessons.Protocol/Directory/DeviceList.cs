using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Directory;

/// <summary>The devices of a person: to each of them every message is encrypted.</summary>
/// <remarks>Layout: 1 the person's name in UTF-16, 2 each device as 1 number, 2 registration number, 3 identity key; by number, ascending.</remarks>
public sealed class DeviceList
{
    private const int NameField = 1, DeviceField = 2;
    private const int Number = 1, RegistrationId = 2, IdentityKey = 3;

    /// <summary>A list of devices.</summary>
    /// <param name="name">Whose devices.</param>
    /// <param name="devices">The devices, at least one, each number once and from 1 on.</param>
    /// <exception cref="ArgumentException">There are no devices, or their numbers are not as they have to be.</exception>
    public DeviceList(string name, IEnumerable<DeviceEntry> devices)
    {
        (Name, Devices) = (name, [.. devices.OrderBy(device => device.Device)]);
        if (!AreNumbered(Devices))
            throw new ArgumentException("A person has at least one device, and each has a number of its own, from 1.", nameof(devices));
    }

    /// <summary>Whose devices.</summary>
    public string Name { get; }

    /// <summary>The devices by number, ascending.</summary>
    public IReadOnlyList<DeviceEntry> Devices { get; }

    /// <summary>The key that stands for the whole set in a safety number that covers every device: the identity key of an only device, and a
    /// hash of all identity keys where there are more.</summary>
    public DhPublicKey NumberKey => Devices is [var only]
        ? only.IdentityKey
        : new(SHA256.HashData([.. Devices.OrderBy(device => device.IdentityKey.ToString(), StringComparer.Ordinal)
            .SelectMany(device => device.IdentityKey.Serialize())]));

    /// <summary>Writes the list.</summary>
    public byte[] Serialize()
    {
        var list = new WireWriter().Bytes(NameField, CodeUnits.Of(Name));
        foreach (var (number, registrationId, identityKey) in Devices)
            list.Bytes(DeviceField, new WireWriter().Varint(Number, number).Varint(RegistrationId, registrationId).Bytes(IdentityKey, identityKey.U).Written);
        return list.ToArray();
    }

    /// <summary>Reads a list.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="list">The list, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some list.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out DeviceList? list)
    {
        list = null;
        string? name = null;
        var devices = new List<DeviceEntry>();
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (NameField, WireType.Bytes): name = CodeUnits.Read(field.Bytes); break;
                case (DeviceField, WireType.Bytes) when Entry(field.Bytes) is { } entry: devices.Add(entry); break;
                default: return false;
            }
        if (reader.Malformed || name is null || !AreNumbered(devices))
            return false;
        var read = new DeviceList(name, devices);
        if (!read.Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        list = read;
        return true;
    }

    private static bool AreNumbered(IReadOnlyCollection<DeviceEntry> devices) =>
        devices.Count > 0 && devices.All(device => device.Device > 0) && devices.DistinctBy(device => device.Device).Count() == devices.Count;

    private static DeviceEntry? Entry(ReadOnlySpan<byte> bytes)
    {
        uint? number = null, registrationId = null;
        DhPublicKey? key = null;
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (Number, WireType.Varint) when field.Value is > 0 and <= uint.MaxValue: number = (uint)field.Value; break;
                case (RegistrationId, WireType.Varint) when field.Value <= uint.MaxValue: registrationId = (uint)field.Value; break;
                case (IdentityKey, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: key = new(field.Bytes); break;
                default: return null;
            }
        return !reader.Malformed && number is { } n && registrationId is { } id && key is not null ? new(n, id, key) : null;
    }
}
