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
    private readonly App<TFunctions> app;
    private readonly List<StoredMessage> history;

    public Phone(PersonStreams streams, App<TFunctions> app, TimeProvider clock)
        : this(streams, app, clock, Protocol.Sessions.Device.NewState(streams.Device), [])
    {
    }

    private Phone(PersonStreams streams, App<TFunctions> app, TimeProvider clock, DeviceState state, List<StoredMessage> history)
    {
        (this.streams, this.app, this.history) = (streams, app, history);
        using (state)
            Device = Protocol.Sessions.Device.Resume(app.Suite(streams), streams.Device, state, clock: clock, handshake: app.Handshake(streams));
    }

    public Device<TFunctions> Device { get; }

    public IReadOnlyList<StoredMessage> History => history;

    public void Store(StoredMessage message) => history.Add(message);

    public Phone<TFunctions> Fork(TimeProvider clock) => new(streams.Copy(), app, clock, Device.Snapshot(), [.. history]);
}
