using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>Keeps its customers' backups: under its own key when they leave that to it, or as their phones encrypted them.</summary>
/// <param name="court">The court whose orders it obeys.</param>
/// <param name="random">Where its key and nonces come from.</param>
public sealed class BackupProvider(DhPublicKey court, RandomSource random)
{
    private readonly StorageKey own = StorageKey.Generate(random);
    private readonly Dictionary<string, CloudBackup> backups = [];

    /// <summary>Keeps a backup under the provider's own key: nobody has to remember anything.</summary>
    public void Keep(string owner, IEnumerable<ReadOnlyMemory<byte>> contents) => Keep(owner, CloudBackup.Seal(contents, own, random));

    /// <summary>Keeps a backup as the phone encrypted it.</summary>
    public void Keep(string owner, CloudBackup backup)
    {
        ArgumentNullException.ThrowIfNull(backup);
        backups[owner] = backup;
    }

    /// <summary>Obeys a court's order: hands over a person's backup, opened if the provider's key opens it.</summary>
    /// <param name="order">The order; the whole backup is from one moment, so that the period has no part in it.</param>
    /// <param name="held">The backup as it lies there; null when it is not handed over, or there is none.</param>
    /// <param name="contents">The contents; null when they were not opened.</param>
    /// <returns><see cref="Outcome.Opened"/>, <see cref="Outcome.NotSigned"/>, or <see cref="Outcome.NoKey"/>.</returns>
    public Outcome Serve(Warrant order, out CloudBackup? held, out IReadOnlyList<ReadOnlyMemory<byte>>? contents)
    {
        ArgumentNullException.ThrowIfNull(order);
        (held, contents) = (null, null);
        if (!order.IsSignedBy(court))
            return Outcome.NotSigned;
        held = backups.GetValueOrDefault(order.Target);
        contents = held?.Open(own);
        return contents is null ? Outcome.NoKey : Outcome.Opened;
    }
}
