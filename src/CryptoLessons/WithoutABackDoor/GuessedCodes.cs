using CryptoLessons.Attacks.SeizedPhone;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>How many seized phones of one maker open to guessing: with the counter, and with firmware that takes the counter away.</summary>
/// <param name="Digits">How many digits the random codes have.</param>
/// <param name="Phones">How many phones of the maker were seized.</param>
/// <param name="WithTheCounter">How many opened as they are, before they erased themselves: by luck, ten codes of all.</param>
/// <param name="WithTheMakersKey">How many opened with firmware under the maker's key, one and the same for all of them.</param>
/// <param name="WithAnotherKey">Control: how many opened with the same firmware under another key.</param>
/// <param name="WhereTheCodeComesFirst">How many opened with the maker's key where a chip installs nothing before it has the code.</param>
/// <param name="Guesses">What the phones that opened with the maker's key took together.</param>
/// <param name="MostGuesses">What the slowest of them took.</param>
public sealed record GuessedCodes(
    int Digits, int Phones, int WithTheCounter, int WithTheMakersKey, int WithAnotherKey, int WhereTheCodeComesFirst, long Guesses, int MostGuesses)
{
    private static readonly ReadOnlyMemory<byte> Diary = "Tuesday: sowed the beans."u8.ToArray();

    /// <summary>Seizes phones and really guesses.</summary>
    /// <param name="digits">How many digits the codes have; each is as likely as any other.</param>
    /// <param name="phones">How many phones.</param>
    /// <param name="seed">Draws codes and keys.</param>
    public static GuessedCodes Run(int digits, int phones, long seed = MatrixRequest.DefaultSeed)
    {
        SeededRandom random = new SeededRandom(seed).Child("guessed codes");
        var maker = new PhoneMaker(random.Child("maker"));
        using DhKeyPair another = DhKeyPair.Generate(random.Child("another key"));
        var uncounted = new Firmware(2, CountsGuesses: false);
        byte[] signed = maker.Sign(uncounted), unsigned = SignedAnswer.Sign(uncounted.Serialize(), another, random);

        GuessedCode[] Seize(byte[] firmware, bool updatesWhileLocked = true) =>
        [
            .. Enumerable.Range(0, phones).Select(number => random.Child("phones").Child(FormattableString.Invariant($"{number}")))
                .Select(own => new LockedPhone(Passcode.Random(digits, own), maker.PublicKey, [Diary], own, updatesWhileLocked))
                .Select(phone => GuessTheCode.Unlock(phone, digits, firmware)),
        ];

        GuessedCode[] opened = [.. Seize(signed).Where(Read)];
        return new(
            digits, phones, Seize([]).Count(Read), opened.Length, Seize(unsigned).Count(Read), Seize(signed, updatesWhileLocked: false).Count(Read),
            opened.Sum(guessed => (long)guessed.Guesses), opened.Select(guessed => guessed.Guesses).DefaultIfEmpty().Max());
    }

    /// <summary>How long so many guesses take one after the other: arithmetic, and nothing that was run.</summary>
    /// <param name="guesses">How many.</param>
    /// <param name="perGuess">What one takes; <see cref="SecurityChip.TimePerGuess"/> when left out.</param>
    public static TimeSpan Time(long guesses, TimeSpan? perGuess = null) => guesses * (perGuess ?? SecurityChip.TimePerGuess);

    private static bool Read(GuessedCode guessed) => guessed.Contents is [var diary] && diary.Span.SequenceEqual(Diary.Span);
}
