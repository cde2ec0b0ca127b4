using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Accounts;

/// <summary>What a shop may decide about accounts: the settings' section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>How long somebody stays signed in at most, in days from 1 to 365, whatever they do. Default 30.</summary>
    [Range(1, 365)]
    public int SessionDays { get; set; } = 30;

    /// <summary>The same for people with a role, in hours from 1 to 8760. Default 12.</summary>
    [Range(1, 8760)]
    public int StaffSessionHours { get; set; } = 12;

    /// <summary>
    /// Whether an account is made only once its address was shown to be its owner's by a link in a message. Default true. Without it a
    /// stranger can tell who has an account by trying to make one, and take other people's addresses.
    /// </summary>
    public bool ConfirmAddress { get; set; } = true;

    /// <summary>
    /// Whether roles work only for those who signed in with an authenticator's or a recovery code as a second step; a passkey alone opens
    /// the account and none of its roles. Default false.
    /// </summary>
    public bool StaffNeedSecondStep { get; set; }

    /// <summary>How long a link in a message works, in minutes from 5 to 1440. Default 60.</summary>
    [Range(5, 1440)]
    public int LinkMinutes { get; set; } = 60;
}
