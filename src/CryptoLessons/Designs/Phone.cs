using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A person's phone: the device with its keys, and the history that the app keeps.</summary>
/// <typeparam name="TFunctions">The suite of the messenger.</typeparam>
internal sealed class Phone<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly PersonStreams streams;
    private readonly Func<PersonStreams, TFunctions> suite;
    private readonly List<StoredMessage> history;

    public Phone(PersonStreams streams, Func<PersonStreams, TFunctions> suite)
        : this(streams, suite, Protocol.Sessions.Device.Create(suite(streams), streams.Device), [])
    {
    }

    private Phone(PersonStreams streams, Func<PersonStreams, TFunctions> suite, Device<TFunctions> device, List<StoredMessage> history) =>
        (this.streams, this.suite, Device, this.history) = (streams, suite, device, history);

    public Device<TFunctions> Device { get; }

    public IReadOnlyList<StoredMessage> History => history;

    public void Store(StoredMessage message) => history.Add(message);

    public Phone<TFunctions> Fork()
    {
        PersonStreams copy = streams.Copy();
        using DeviceState state = Device.Snapshot();
        return new(copy, suite, Protocol.Sessions.Device.Resume(suite(copy), copy.Device, state), [.. history]);
    }
}
