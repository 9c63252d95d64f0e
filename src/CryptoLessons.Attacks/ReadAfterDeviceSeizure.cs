using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Follows the Double Ratchet from stolen phones: from their sessions, and from the handshakes that their prekeys still open.</summary>
public sealed class ReadAfterDeviceSeizure : IAttack<DeviceSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(DeviceSeizureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return ReadAfterSessionSeizure.Read(view.Transcript, view.Sessions, view.Devices);
    }
}
