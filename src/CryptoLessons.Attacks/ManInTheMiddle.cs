using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;

namespace CryptoLessons.Attacks;

/// <summary>Stands between the owner of stolen sessions and everybody else from the theft on, and never leaves.</summary>
/// <remarks>
/// Each end goes on in a session with the thief, who opens every message and writes it again for the other end. Sessions that others begin later
/// with prekeys from a stolen phone are accepted in its place. No key of anybody changes that a person could compare. As long as the thief stays,
/// nothing fails; as soon as it leaves, nothing fits any more.
/// </remarks>
public sealed class ManInTheMiddle : IActiveAttack<SessionSeizureView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(SessionSeizureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        bool prekeys = view is DeviceSeizureView phones && phones.Devices.Any(loot => loot.Device is not null);
        return prekeys || view.Sessions.Any(loot => loot.Sessions.Count > 0) ? new MiddlePosition(view) : null;
    }
}
