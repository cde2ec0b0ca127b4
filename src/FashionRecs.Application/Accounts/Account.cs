using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Application.Accounts;

/// <summary>A person who can sign in. The account's id is also their number as a shopper, so that their history follows from it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public long CreatedMilliseconds { get; set; }
}
