namespace CryptoLessons.Cli.Peer;

/// <summary>A request about one device of another person.</summary>
internal abstract record AddressedRequest(Guid Name, DeviceNumber Device) : DeviceRequest
{
    /// <summary>The name under which the session with that device is kept.</summary>
    protected string Peer => $"{Name:D}.{Device}";
}
