using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

[TestFixture]
internal sealed class SameLockTests
{
    [Test]
    public void AWarrantTellsBankAndSuspectApartAndALeakedKeyDoesNot() =>
        Assert.That(SameLock.Run(PrintedSeed.NewRandom().Next()), Is.EqualTo(new SameLock(
            Messages: 4, WarrantBank: 0, WarrantChat: 4, LeakBank: 4, LeakChat: 4,
            UnrelatedBank: 0, UnrelatedChat: 0, StrictBank: 0, StrictChat: 0)));
}
