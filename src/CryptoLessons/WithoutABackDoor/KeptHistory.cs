using CryptoLessons.Adversary;
using CryptoLessons.Attacks.SeizedPhone;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What one and the same seizure reads of the past, by how long the owner's app keeps messages.</summary>
/// <param name="Past">How many messages the owner had sent or received by then.</param>
/// <param name="Everything">How many were read where the app keeps all.</param>
/// <param name="ForAPeriod">How many were read where messages disappear after a period.</param>
/// <param name="Nothing">How many were read where the app keeps none.</param>
/// <param name="Locked">Control: how many were read of the phone that keeps all, when its counter stays.</param>
public sealed record KeptHistory(int Past, int Everything, int ForAPeriod, int Nothing, int Locked)
{
    private const int Digits = 4;

    /// <summary>Plays a conversation under Signal's protocol as it is, seizes the target's phone, locked, and opens it with the maker's help.</summary>
    /// <param name="conversation">At least two people and two messages.</param>
    /// <param name="at">Number of the message at which the phone is seized, from 1.</param>
    /// <param name="target">Whose phone.</param>
    /// <param name="period">After what time messages disappear, where they do.</param>
    /// <param name="seed">Draws codes and keys.</param>
    public static KeptHistory Run(Conversation conversation, int at, string target, TimeSpan period, long seed = MatrixRequest.DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        Game game = Strict.Design.Play(conversation, at, target, seed);
        SeededRandom random = new SeededRandom(seed).Child("kept history");
        var maker = new PhoneMaker(random.Child("maker"));
        byte[] firmware = maker.Sign(new Firmware(2, CountsGuesses: false));
        DateTimeOffset now = conversation.Messages[at - 1].Time;
        DeviceLoot app = game.DeviceSeizure().Devices[0];

        int Read(Retention retention, byte[] installed)
        {
            StoredMessage[] kept = [.. app.History.Where(message => retention.Keeps(message.Time, now))];
            SeededRandom own = random.Child("phone");
            var phone = new LockedPhone(Passcode.Random(Digits, own), maker.PublicKey, kept.Select(message => message.Plaintext), own);
            IReadOnlyList<ReadOnlyMemory<byte>> contents = GuessTheCode.Unlock(phone, Digits, installed).Contents ?? [];
            return game.History(new(app.Sessions, app.Device, [.. kept.Zip(contents, (message, read) => message with { Plaintext = read })])).Count;
        }

        return new(
            game.HistoryOf,
            Read(Retention.Everything, firmware), Read(new(period), firmware), Read(Retention.Nothing, firmware), Read(Retention.Everything, []));
    }
}
