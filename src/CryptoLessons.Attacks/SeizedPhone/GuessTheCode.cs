using CryptoLessons.ExceptionalAccess.SeizedPhone;

namespace CryptoLessons.Attacks.SeizedPhone;

/// <summary>Tries one code after the other: on a seized phone's own chip, or on a copy of a backup.</summary>
public static class GuessTheCode
{
    /// <summary>Installs a firmware on a seized phone, if its chip takes it, and tries every code until one fits or the chip is erased.</summary>
    /// <param name="phone">The phone.</param>
    /// <param name="digits">How many digits its lock screen asks for.</param>
    /// <param name="firmware">What whoever guesses has to install; empty for nothing.</param>
    public static GuessedCode Unlock(LockedPhone phone, int digits, ReadOnlySpan<byte> firmware)
    {
        ArgumentNullException.ThrowIfNull(phone);
        // Safe because the chip says no to what the maker did not sign, and the guessing goes on as far as it goes.
        phone.Chip.Install(firmware);
        return Try(digits, code => phone.Read(code), () => phone.Chip.Erased);
    }

    /// <summary>Tries every code on a backup, of which there may be any number of copies.</summary>
    /// <param name="backup">The backup as it lies at the provider.</param>
    /// <param name="digits">How many digits the app asks for.</param>
    public static GuessedCode Open(CloudBackup backup, int digits)
    {
        ArgumentNullException.ThrowIfNull(backup);
        return Try(digits, backup.Open, () => false);
    }

    private static GuessedCode Try(int digits, Func<Passcode, IReadOnlyList<ReadOnlyMemory<byte>>?> open, Func<bool> over)
    {
        int guesses = 0;
        foreach (Passcode code in Passcode.All(digits))
        {
            guesses++;
            if (open(code) is { } contents)
                return new(guesses, contents);
            if (over())
                break;
        }
        return new(guesses, null);
    }
}
